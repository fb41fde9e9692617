import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod/v4';
import type { Places } from './places';
import { savePicture } from './save-picture';

const workflowsFolder = resolve(__dirname, '../../workflows');
const workflowSchema = z.object({ id: z.string(), nodes: z.array(z.unknown()) });

/** Large enough to read every name, small enough for the largest template to stay a small file. */
const MAX_WIDTH = 2400;
const MAX_HEIGHT = 2000;
const MARGIN = 64;
/** A node's name and subtitle stand below its box, outside of it. */
const LABEL_HEIGHT = 64;

/** Only the nodes and what joins them: panels, controls and hints of the editor are not part of the workflow. */
const onlyCanvas = `
  [data-test-id="canvas-wrapper"] { position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; }
  body, body * { visibility: hidden !important; background-image: none !important; }
  .vue-flow__transformationpane, .vue-flow__transformationpane * { visibility: visible !important; }
  [data-test-id="canvas-node-toolbar"], [data-test-id="execute-node-button"], [data-test-id="canvas-handle-plus-wrapper"],
  [data-test-id^="execute-workflow-button"] { display: none !important; }
  html { background: #f7f7f8 !important; }
`;

/** One picture per template, as n8n's editor draws it. */
export async function pictureTemplates(browser: Browser, { n8n }: Places): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB' });
  const { email, password } = n8n.owner;
  const login = await context.request.post(`${n8n.url}/rest/login`, {
    data: { emailOrLdapLoginId: email, password },
  });
  if (!login.ok()) throw new Error(`n8n answered the log-in with ${login.status()}`);
  const page = await context.newPage();
  for (const file of readdirSync(workflowsFolder).filter((name) => name.endsWith('.json'))) {
    const { id, nodes } = workflowSchema.parse(JSON.parse(readFileSync(join(workflowsFolder, file), 'utf8')));
    await page.setViewportSize({ width: 1600, height: 1000 });
    await page.goto(`${n8n.url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
    await untilDrawn(page, nodes.length);
    await page.addStyleTag({ content: onlyCanvas });
    const box = await fitWindow(page);
    await savePicture(`template-${file.slice(0, 2)}`, await page.screenshot({ clip: box }));
  }
  await context.close();
}

async function untilDrawn(page: Page, nodes: number): Promise<void> {
  await page.waitForFunction((count) => document.querySelectorAll('.vue-flow__node').length >= count, nodes, {
    timeout: 60_000,
  });
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // The editor moves its view once more when its side panels have opened.
  await page.waitForTimeout(1500);
}

/** Moves every node into a window of just the size that they need, and answers that size. */
async function fitWindow(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const bounds = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.vue-flow__node')].map((node) => {
      const { m41: x, m42: y } = new DOMMatrix(getComputedStyle(node).transform);
      return { x, y, right: x + node.offsetWidth, bottom: y + node.offsetHeight };
    });
    return {
      left: Math.min(...boxes.map(({ x }) => x)),
      top: Math.min(...boxes.map(({ y }) => y)),
      right: Math.max(...boxes.map(({ right }) => right)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
  });
  const [wide, high] = [
    bounds.right - bounds.left + 2 * MARGIN,
    bounds.bottom - bounds.top + 2 * MARGIN + LABEL_HEIGHT,
  ];
  const zoom = Math.min(1, MAX_WIDTH / wide, MAX_HEIGHT / high);
  const [width, height] = [Math.ceil(wide * zoom), Math.ceil(high * zoom)];
  await page.setViewportSize({ width, height });
  const [left, top] = [(MARGIN - bounds.left) * zoom, (MARGIN - bounds.top) * zoom];
  await page.addStyleTag({
    content: `.vue-flow__transformationpane { transform: translate(${left}px, ${top}px) scale(${zoom}) !important; }`,
  });
  await page.mouse.move(width - 1, height - 1);
  await page.waitForTimeout(500);
  return { x: 0, y: 0, width, height };
}
