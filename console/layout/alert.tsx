import type { Child } from 'hono/jsx'

export const Alert = ({
  color = 'info',
  title,
  children,
}: {
  color?: 'info' | 'success' | 'warning' | 'danger'
  title?: string
  children?: Child
}) => (
  <div class="ds-alert" data-color={color}>
    {title && (
      <h2 class="ds-heading" data-size="2xs">
        {title}
      </h2>
    )}
    {children}
  </div>
)

/** What has just been done. Announced by screen readers. */
export const Notice = ({ children }: { children: Child }) => (
  <div class="ds-alert notice" data-color="success" role="status">
    <p class="ds-paragraph">{children}</p>
  </div>
)
