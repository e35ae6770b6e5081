/** What a text in Markdown of our own making says, for clients that show it as it is: without marks and escapes. */
export function plainText(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|\*\*|(?<! ) +$/gmu, (_, escaped: string | undefined) => escaped ?? '');
}
