/**
 * Names of what a county runs, made in one place: stacks find each other's queues, functions and topics by name,
 * not by export, and one machine uses the same names.
 */

export const names = (county: string) => ({
  stack: (part: string) => `${county}-${part}`,
  table: (service: string) => `${county}-${service}`,
  inbox: (service: string) => `${county}-${service}-inbox.fifo`,
  deadLetters: (service: string) => `${county}-${service}-inbox-dlq.fifo`,
  relayFailures: (service: string) => `${county}-${service}-relay-dlq`,
  scheduleFailures: (service: string) => `${county}-${service}-schedule-dlq`,
  function: (service: string, kind: string) => `${county}-${service}-${kind}`,
  schedule: (service: string, schedule: string) => `${county}-${service}-${schedule}`,
  stateMachine: `${county}-decision-gate`,
  api: `${county}-behovsflodet`,
  dashboard: `${county}-behovsflodet`,
  alarm: (service: string, alarm: string) => `${county}-${service}-${alarm}`,
  alarmTopic: `${county}-alarms`,
})
