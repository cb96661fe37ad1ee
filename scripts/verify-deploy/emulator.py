"""MiniStack, mended in the one place that no call after the deployment can mend.

API Gateway leaves `pathParameters` out of a request (payload format 2.0) whose route has none. MiniStack 1.5.33 puts null
there, which is not what a function is promised.
"""

from ministack.services import lambda_svc

invoke = lambda_svc._execute_function_with_config_scope


def invoke_as_aws_does(function, event):
    if isinstance(event, dict) and event.get("version") == "2.0" and event.get("pathParameters", {}) is None:
        event = {name: value for name, value in event.items() if name != "pathParameters"}
    return invoke(function, event)


lambda_svc._execute_function_with_config_scope = invoke_as_aws_does

from ministack.app import main  # noqa: E402 - it must find the function above

main()
