import { layoutText } from '../text/layout';
import type { TextBlock } from '../pdf/canvas';
import { turnPage, type Sheet } from './sheet';

const NUMBER_WIDTH = 16;

interface Paragraph {
  text: string;
  indent: number;
  mark?: string;
  block: TextBlock;
  /** Space above. */
  above: number;
}

/** How to pack, what happens next and whom to ask; kept together on the page that carries the stub. */
export function drawInstructions(sheet: Sheet, { withLabel, stub }: { withLabel: boolean; stub: number }): void {
  const paragraphs = paragraphsOf(sheet, withLabel).map((paragraph) => ({
    ...paragraph,
    lines: layoutText(paragraph.text, paragraph.block, paragraph.block),
  }));
  const height = paragraphs.reduce(
    (sum, { lines, block, above }) => sum + above + lines.length * block.size * (block.leading ?? 1),
    0,
  );
  if (sheet.y - height < stub) turnPage(sheet);
  for (const { lines, block, above, indent, mark } of paragraphs) {
    const top = sheet.y - above;
    if (mark !== undefined) sheet.canvas.text(mark, sheet.left, top, { ...block, bold: true });
    sheet.y = sheet.canvas.lines(lines, sheet.left + indent, top, block);
  }
}

function paragraphsOf({ input, texts, width, block }: Sheet, withLabel: boolean): Paragraph[] {
  const heading = (text: string, above: number): Paragraph => ({
    text,
    indent: 0,
    above,
    block: block(11.5, width, { bold: true, leading: 1.5 }),
  });
  const body = block(9.5, width, { leading: 1.36 });
  const steps = withLabel ? texts.packing.stepsWithLabel : texts.packing.steps;
  const { supportEmail } = input.shop;
  return [
    heading(texts.packing.heading, 0),
    ...steps.map((text, index) => ({
      text,
      indent: NUMBER_WIDTH,
      mark: `${index + 1}.`,
      above: 1.5,
      block: { ...body, width: width - NUMBER_WIDTH },
    })),
    heading(texts.next.heading, 8),
    { text: texts.next.byResolution[input.dossier.case.resolution], indent: 0, above: 0, block: body },
    ...(supportEmail === undefined
      ? []
      : [{ text: texts.next.questions(supportEmail), indent: 0, above: 2, block: { ...body, maxLines: 3 } }]),
  ];
}
