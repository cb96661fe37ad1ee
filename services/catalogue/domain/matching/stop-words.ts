/** Words that hold a sentence together and say nothing of what is needed. In the form in which they are written. */
export const stopWords: ReadonlySet<string> = new Set(
  `
  alla allt alltid andra annan annat att av bara bland blev bli blir blivit bort bra bäst bättre börja börjar både båda
  de del delar delvis dem den denna deras dess dessa det detta dig din dina direkt ditt dock dvs där därför då dels
  efter eftersom egen eget egna eller en enbart endast enligt ens er era ert ett exempel exempelvis enda
  fanns finnas finns fler flera flest fortfarande framför fram från få får får fått före först förut för föra
  genom ger ges gjort går gå gör göra görs gäller gälla gav ge
  ha hade han har hela helt henne hennes hon honom hos hur här håll hög höga
  i iaf ibland idag igen in inga ingen inget innan innebär inom inte inför istället ju
  jag kan kanske kommer komma krävs kräver kunde kunna kunnat känner
  lika lite litet liten länge längre låg låga lätt
  man med medan mellan men mer mera mest mig min mina mindre minst mitt mot mycket många måste möjlig möjliga möjligt möjlighet
  möjligheten möjligheter mån
  nu ny nya nytt när nära nästa någon något några nog
  oavsett ofta och också olika om oss på per plats
  redan rätt runt
  samma samt sedan ser sig sin sina sitt sker ska skall skulle själv själva som stor stora större så sådan sådana sådant
  sätt ses se
  ta tar tas tid till tills tillsammans trots två tre tog
  under upp ur ut utan utifrån
  vad var vara varandra varför varit varje vem verkligen vi via vid vilka vilken vilket vill vilja våra vår vårt väl
  åt än ännu är även över övrigt
  behov behovet behöver behövs behöva saknas saknar sakna stöd stödja stöder stödjer använda används använder användas
  hjälp hjälper hjälpa idag dagens nuvarande tex bl osv mm etc år års per
  the a an and or of to in for with on by is are be that this from as at it
  `
    .trim()
    .split(/\s+/),
)
