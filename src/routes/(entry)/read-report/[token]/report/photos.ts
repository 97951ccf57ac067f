import type { Node, PaperSection } from '#ui/paper/paper.ts'

/** The same section with its photos where the link's bearer may see them, also what is not for all. */
export const withPhotosAt = (place: string, section: PaperSection): PaperSection => {
  const at = <P extends { id: string; src: string }>(photo: P): P => ({
    ...photo,
    src: `${place}/${photo.id}`
  })
  const moved = (node: Node): Node => {
    if (node.type === 'picture') return { ...node, photo: at(node.photo) }
    if (node.type !== 'deeds') return node
    return { ...node, deeds: node.deeds.map((deed) => ({ ...deed, photos: deed.photos.map(at) })) }
  }
  return { ...section, nodes: section.nodes.map(moved) }
}
