import { DEMO_DOMAIN } from './demo-organisation.js'

const FIRST =
  `Agnes Ahmed Alba Anton Astrid Beatriz Birgit Carlos Chiara Claire Daan Diego Elena Emil Erik Eva Fatima Felix
  Freya Gustav Hanna Hugo Ines Ingrid Ivan Jakob Jana Jonas Julia Karim Lars Lena Leon Linnea Lucas Maja Marco Maria
  Marta Mila Nadia Nils Nora Oskar Paula Pierre Rosa Sara Sven Tomas Yara Zoe`.split(/\s+/)
const LAST =
  `Andersen Bakker Becker Berg Bianchi Brandt Castro Costa Dahl Dubois Eriksen Fischer Fontaine Garcia Hansen
  Hoffmann Jansen Jensen Keller Klein Kowalski Larsen Lefevre Lindqvist Lopez Madsen Martin Moreau Murphy Navarro Nilsen
  Novak Olsen Pereira Petit Quinn Rossi Santos Schmidt Silva Sorensen Stein Torres Ulvang Vogel Walsh Weber Winter`.split(
    /\s+/,
  )

/** The `index`-th person: always the same one, and never the same as another up to FIRST × LAST. */
export function demoPerson(index: number): { name: string; email: string } {
  const first = FIRST[index % FIRST.length]!
  // Steps that share no factor with the lists spread the pairs before they repeat.
  const last = LAST[(index * 7 + Math.floor(index / FIRST.length)) % LAST.length]!
  return { name: `${first} ${last}`, email: `${first}.${last}@${DEMO_DOMAIN}`.toLowerCase() }
}
