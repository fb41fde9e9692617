// Draws one page of a PDF file as a PNG: node draw-pdf.mjs file.pdf page out.png
// A process of its own, because pdf.js is an ES module without types for the canvas that Node.js draws on.
import { readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file, number, out] = process.argv.slice(2);
const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
const page = await document.getPage(Number(number));
const viewport = page.getViewport({ scale: 100 / 72 });
const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
await page.render({ canvasContext: canvas.getContext('2d'), viewport }).promise;
writeFileSync(out, canvas.toBuffer('image/png'));
