/** How many characters a text has: its UTF-16 units but for white space. The measure of documents and of rates. */
export function countCharacters(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}
