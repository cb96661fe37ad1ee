import { group, integer, list, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { functionsOutsideProcess, isFunctionId } from '../domain/needed-functions.ts'
import { process } from './process.ts'

export const functions = defineSection({
  key: 'functions',
  name: { sv: 'Funktioner', en: 'Functions' },
  help: {
    sv: 'De funktioner som behövs, var och en knuten till behovet. Senare krav hänvisar hit.',
    en: 'The functions needed, each tied to the need. Later requirements refer to these.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    functions: list({
      label: { sv: 'Funktioner', en: 'Functions' },
      max: 40,
      item: group({
        label: { sv: 'Funktion', en: 'Function' },
        fields: {
          id: text({
            label: { sv: 'Nummer', en: 'Number' },
            help: { sv: 'N1, N2 och så vidare.', en: 'N1, N2 and so on.' },
            max: 3,
          }),
          name: text({
            label: { sv: 'Funktion', en: 'Function' },
            help: { sv: 'Vad någon ska kunna göra, inte hur.', en: 'What somebody should be able to do, not how.' },
            max: 150,
          }),
          meetsNeed: text({ label: { sv: 'Hur den möter behovet', en: 'How it meets the need' }, max: 500 }),
          step: integer({
            label: { sv: 'Steg i processen', en: 'Step in the process' },
            help: {
              sv: 'Numret på ett steg där idén griper in, i avsnittet Vårdprocess.',
              en: 'The number of a step where the idea cuts in, in the section Care process.',
            },
            min: 1,
            max: 40,
          }),
        },
      }),
    }),
  },
  rules: ({ functions: needed }, { completed }) => {
    const steps = completed(process)?.steps
    const outside = new Set(steps ? functionsOutsideProcess(needed, steps) : [])
    return needed.flatMap((neededFunction, index) => [
      ...(isFunctionId(neededFunction.id)
        ? []
        : [
            {
              pointer: `/functions/${index}/id`,
              code: 'notAFunctionNumber',
              message: { sv: 'Numrera funktionerna N1, N2 och så vidare.', en: 'Number the functions N1, N2 and so on.' },
            },
          ]),
      ...(needed.findIndex(({ id }) => id === neededFunction.id) === index
        ? []
        : [
            {
              pointer: `/functions/${index}/id`,
              code: 'duplicateNumber',
              message: {
                sv: `${neededFunction.id} finns redan. Ge funktionen ett eget nummer.`,
                en: `${neededFunction.id} exists already. Give the function a number of its own.`,
              },
            },
          ]),
      ...(outside.has(neededFunction)
        ? [
            {
              pointer: `/functions/${index}/step`,
              code: 'stepNotAffected',
              message: {
                sv: 'Ange ett steg som är markerat i avsnittet Vårdprocess. Annars är funktionen inte knuten till behovet.',
                en: 'Give a step that is marked in the section Care process. Otherwise the function is not tied to the need.',
              },
            },
          ]
        : []),
    ])
  },
})
