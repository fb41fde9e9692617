import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { RenderOptions } from '../../../lib/policy/render';
import { localeFor, locales, ReturnsError } from '../../../lib/returns';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { loadRendering } from '../load-policies';
import { policyFields } from '../source/policy-fields';
import { policyAt } from '../source/policy-of';
import { renderFields } from '../render-fields';

export const renderText: Operation = {
  option: {
    name: 'Render Text',
    value: 'renderText',
    action: 'Render policy text',
    description:
      'Write the public returns page of the shop from the policy, as HTML or Markdown in English, French, German, Italian or Spanish',
  },
  fields: [...policyFields, ...renderFields],
  async execute(context, itemIndex) {
    const policy = await policyAt(context, itemIndex, inForceOn(context, itemIndex).toISOString());
    const chosen = textParameter(context, 'pageLanguage', itemIndex);
    const options = optionsOf(context, itemIndex);
    const isHtml = options.format === 'html';
    const { renderPolicy } = loadRendering();
    return Promise.all(
      (chosen === 'all' ? locales : [localeFor(chosen)]).map(async (locale) => {
        const text = renderPolicy(policy, { ...options, locale });
        const fileName = `returns-policy.${locale}.${isHtml ? 'html' : 'md'}`;
        const mimeType = isHtml ? 'text/html' : 'text/markdown';
        const policyText: IDataObject = { language: locale, format: options.format, fileName, text };
        const file = await context.helpers.prepareBinaryData(Buffer.from(text), fileName, mimeType);
        return { chapters: { policyText }, result: policyText, binary: { policyText: file } };
      }),
    );
  },
};

const pageOptions = (context: IExecuteFunctions, itemIndex: number): Readonly<Record<string, unknown>> => {
  const given = itemParameter(context, 'pageOptions', itemIndex, {});
  return typeof given === 'object' && given !== null ? { ...given } : {};
};

/** @throws ReturnsError `invalid_input` for a text that is no date */
function inForceOn(context: IExecuteFunctions, itemIndex: number): Date {
  const { inForceOn: given } = pageOptions(context, itemIndex);
  if (given === undefined || given === '') return new Date();
  const day = new Date(String(given));
  if (!Number.isNaN(day.getTime())) return day;
  throw new ReturnsError('invalid_input', `"In Force On" is not a date: ${String(given)}`, {
    description: 'Give a date such as 2026-11-22, or leave it empty for today.',
  });
}

function optionsOf(context: IExecuteFunctions, itemIndex: number): Omit<RenderOptions, 'locale'> {
  const options = pageOptions(context, itemIndex);
  const text = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return {
    format: textParameter(context, 'pageFormat', itemIndex) === 'markdown' ? 'markdown' : 'html',
    now: new Date(),
    country: text('country')?.toUpperCase(),
    region: text('region')?.toUpperCase(),
    channel: text('channel'),
    contact: {
      name: text('shopName'),
      url: text('returnUrl'),
      withdrawalUrl: text('withdrawalUrl'),
      email: text('email'),
    },
    whole: options['whole'] !== false,
  };
}
