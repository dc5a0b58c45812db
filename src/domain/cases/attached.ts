/**
 * Whether files of these sizes, in bytes, are all among those of a comment. Two photos of one name are told apart by it, and Zendesk may write a name in
 * another way than it was sent.
 */
export function areIn(comment: readonly (number | undefined)[], sizes: readonly number[]): boolean {
  const left = [...comment];
  return sizes.every((size) => {
    const at = left.indexOf(size);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
