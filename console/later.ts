import type { Answer } from './pages.ts'

/**
 * A page in a file that is read the first time somebody asks for it: what is not needed to draw the first page does not
 * delay it. The bundler makes a file of its own of what is loaded so (infra/bundle.ts).
 */
export const later =
  <Module>(load: () => Promise<Module>, answerOf: (module: Module) => Answer): Answer =>
  async (c) =>
    answerOf(await load())(c)
