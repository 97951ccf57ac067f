import type { StoryObjective } from '../types.ts'

/** All activities share them; which serves which is not told. */
export const strategies: StoryObjective[] = [
  {
    key: 'framtidstro',
    kind: 'strategy',
    title: 'Framtidstro och medskapande',
    text: 'Människor ska tro mer på framtiden, ha makt över sitt eget liv och kunna påverka samhället och hur det utvecklas.'
  },
  {
    key: 'struktur',
    kind: 'strategy',
    title: 'Hållbart och strukturellt perspektiv',
    text: 'Arbetssätten ska hålla länge och hänga ihop. Med mer kunskap om vad social hållbarhet kräver kan förvaltningen fördela sina resurser och välja arbetssätt så att skillnaderna i levnadsvillkor mellan grupper i stadsdelen minskar. Barns uppväxtvillkor kommer först.'
  },
  {
    key: 'helhetssyn',
    kind: 'strategy',
    title: 'Helhetssyn och samverkan',
    text: 'Svåra samhällsproblem håller sig inte inom en sektor, en myndighet eller ett yrke. Därför ska fler ta ansvar tillsammans och under lång tid, i stället för att var och en ser till sitt.'
  },
  {
    key: 'infrastruktur',
    kind: 'strategy',
    title: 'Infrastruktur och mötesplatser',
    text: 'Meningsfulla aktiviteter ska bryta segregationen mellan grupper och platser, och det ska finnas fler bra ställen där invånarna kan mötas.'
  }
]
