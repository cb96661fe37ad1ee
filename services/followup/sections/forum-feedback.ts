import { choice, date, group, list, optional, prose, text, url } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const forumFeedback = defineSection({
  key: 'forumFeedback',
  name: { sv: 'Återkoppling till forumet', en: 'Feedback to the forum' },
  help: {
    sv: 'Vad som förs tillbaka till Samverkansforum, så att nästa ärende går bättre.',
    en: 'What is fed back to the forum, so that the next case goes better.',
  },
  component: 'forum',
  isMandatory: true,
  writers: ['forumFacilitator'],
  fields: {
    fedBackOn: date({ label: { sv: 'Återkopplat den', en: 'Fed back on' } }),
    how: text({
      label: { sv: 'Hur', en: 'How' },
      help: { sv: 'Till exempel forummöte eller rapport.', en: 'For example a forum meeting or a report.' },
    }),
    points: list({
      label: { sv: 'Punkter', en: 'Points' },
      max: 30,
      item: group({
        label: { sv: 'Punkt', en: 'Point' },
        fields: {
          about: choice({
            label: { sv: 'Om', en: 'About' },
            options: {
              benefit: { sv: 'Nyttan', en: 'The benefit' },
              market: { sv: 'Marknaden', en: 'The market' },
              openness: { sv: 'Teknisk öppenhet', en: 'Technical openness' },
              process: { sv: 'Arbetet', en: 'The work' },
              need: { sv: 'Nytt behov', en: 'A new need' },
            },
          }),
          point: prose({ label: { sv: 'Punkt', en: 'Point' }, max: 800 }),
        },
      }),
    }),
    response: prose({ label: { sv: 'Vad deltagarna svarade', en: 'What the participants answered' }, max: 1_500 }),
    publishedAt: optional(url({ label: { sv: 'Publicerad på', en: 'Published at' } })),
  },
  rules: ({ points }) =>
    points.some(({ about }) => about === 'market')
      ? []
      : [
          {
            pointer: '/points',
            code: 'marketMissing',
            message: { sv: 'Lägg till en punkt om hur marknaden fungerade.', en: 'Add a point on how the market worked.' },
          },
        ],
})
