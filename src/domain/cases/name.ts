/** What customer and agents call a case: the number of its ticket, and until there is one the reference that the bot gave it. */
export const caseName = ({ number, reference }: { readonly number?: string | undefined; readonly reference: string }): string => number ?? reference;
