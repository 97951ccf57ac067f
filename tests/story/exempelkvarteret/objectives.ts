import type { StoryObjective } from '../types.ts'

export const objectives: StoryObjective[] = [
  {
    key: 'skola',
    kind: 'focus_area',
    title: 'Skola',
    text: 'Alla barn i Exempelkvarteret ska ha en trygg skoldag och gå vidare till gymnasiet.'
  },
  {
    key: 'fritid',
    kind: 'focus_area',
    title: 'Fritid',
    text: 'Det ska finnas något roligt att göra varje dag efter skolan, gratis och nära hemmet.'
  },
  {
    key: 'utemiljo',
    kind: 'focus_area',
    title: 'Trygg utemiljö',
    text: 'Alla ska kunna gå hem genom kvarteret när som helst på dygnet.'
  },
  {
    key: 'familj',
    kind: 'focus_area',
    title: 'Familj och grannar',
    text: 'Föräldrar ska få stöd tidigt, och grannar ska känna varandra.'
  },
  {
    key: 'arbete',
    kind: 'focus_area',
    title: 'Arbete och egen försörjning',
    text: 'Fler unga och vuxna ska ha ett jobb att gå till eller en utbildning på väg dit.'
  },
  { key: 'skola-narvaro', parent: 'skola', kind: 'aim', title: 'Fler elever är i skolan varje dag' },
  {
    key: 'skola-larande',
    parent: 'skola',
    kind: 'aim',
    title: 'Fler elever får hjälp med läsning och läxor'
  },
  { key: 'fritid-varje-dag', parent: 'fritid', kind: 'aim', title: 'Det finns något öppet varje dag' },
  { key: 'fritid-alla', parent: 'fritid', kind: 'aim', title: 'Lika många flickor som pojkar deltar' },
  { key: 'utemiljo-helt', parent: 'utemiljo', kind: 'aim', title: 'Det som är trasigt lagas snabbt' },
  { key: 'utemiljo-vuxna', parent: 'utemiljo', kind: 'aim', title: 'Vuxna syns ute på kvällarna' },
  { key: 'familj-stod', parent: 'familj', kind: 'aim', title: 'Föräldrar vet vart de kan vända sig' },
  { key: 'familj-grannar', parent: 'familj', kind: 'aim', title: 'Grannar från olika trapphus möts' },
  { key: 'arbete-unga', parent: 'arbete', kind: 'aim', title: 'Unga får sitt första jobb' },
  { key: 'arbete-vuxna', parent: 'arbete', kind: 'aim', title: 'Vuxna tar steget mot arbete' }
]
