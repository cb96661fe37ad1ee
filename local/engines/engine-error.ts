/** An engine that did not start, or that ended; its message is one readable line. */
export const engineError = (message: string): Error => Object.assign(new Error(message), { name: 'EngineError' })
