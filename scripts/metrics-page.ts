import { metrics } from '#contracts/metrics.ts'
import { metricNamespace } from '#lambda/embedded-metrics.ts'

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** docs/metrics.md: what is measured of the county's work, and how far the figures can be trusted. */
export const metricsPage = (): string =>
  [
    '# What is measured',
    '',
    `Written by \`npm run docs\` from \`services/shared/contracts/metrics.ts\`. Namespace \`${metricNamespace}\`; every metric`,
    "has the county as a dimension besides. The functions write them into their log lines in CloudWatch's embedded metric",
    'format and make no call for it; on one machine the same lines stand in the log file.',
    '',
    row('Metric', 'Unit', 'Dimensions', 'Put together as', 'Betyder', 'Means'),
    row('---', '---', '---', '---', '---', '---'),
    ...Object.values(metrics).map(({ name, unit, dimensions, statistic, meaning }) =>
      row(`\`${name}\``, unit, dimensions.join(', '), statistic, meaning.sv, meaning.en),
    ),
    '',
    '## How far they can be trusted',
    '',
    '- What happens to a case is counted by `insight` when the event is written into the journal: an event that comes',
    '  again - sent twice, or redriven - is recognised and not counted again. A refusal is counted when it is first told.',
    '- A figure is lost when a function dies in the moment between the journal and its log line. None is counted twice by',
    '  that. CloudWatch itself may, rarely, take in a log line twice.',
    '- A figure has the time when it was counted, which is later than what happened if the queue stood still.',
    '- How long a decision was waited for is left out in the rare case that `insight` hears of the decision before the request.',
    '- What is counted once a day is what was under way in the moment of counting.',
    '- They are for watching. What must be right is in the journal and in the reports that are made from it.',
    '',
  ].join('\n')
