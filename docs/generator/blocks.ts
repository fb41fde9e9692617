/**
 * A page is written by hand; the parts that repeat the code stand between two comments and are written by a program:
 * `<!-- generated: name -->` … `<!-- end of generated: name -->`.
 */
const blockPattern = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end of generated: \2 -->)/g;

/** @throws RangeError when the page names a block that nothing writes, or lacks one that should be there */
export function fillBlocks(page: string, blocks: Readonly<Record<string, string>>, where: string): string {
  const missing = new Set(Object.keys(blocks));
  const filled = page.replace(blockPattern, (_whole, start: string, name: string, end: string) => {
    const text = blocks[name];
    if (text === undefined) throw new RangeError(`${where}: nothing writes the block "${name}"`);
    missing.delete(name);
    return `${start}\n${text.trim()}\n\n${end}`;
  });
  if (missing.size > 0) throw new RangeError(`${where}: there is no block for ${[...missing].join(', ')}`);
  return filled;
}
