import { fillTemplate, parseTemplate } from '../../../lib/mail/fill-template';

const fill = (source: string, view: unknown): string => fillTemplate(parseTemplate(source), view);

describe('fillTemplate', () => {
  it.each([
    [
      'escapes values',
      '<b title="{{name}}">{{ name }}</b>',
      { name: `<"&'>` },
      '<b title="&lt;&quot;&amp;&#39;&gt;">&lt;&quot;&amp;&#39;&gt;</b>',
    ],
    ['repeats a part for every entry', '<!--#list-->[{{.}}]<!--/list-->', { list: ['a', 'b'] }, '[a][b]'],
    ['looks outwards for a name', '<!--#list-->{{sign}}{{.}}<!--/list-->', { list: ['a'], sign: '+' }, '+a'],
    ['leaves a part out for nothing', 'x<!--#logo-->{{.}}<!--/logo-->', {}, 'x'],
    ['writes the other part for nothing', '<!--#logo-->a<!--/logo--><!--^logo-->b<!--/logo-->', {}, 'b'],
    ['keeps comments that mark nothing', '<!--[if mso]>x<![endif]-->', {}, '<!--[if mso]>x<![endif]-->'],
    [
      'never reads a value as a template',
      '{{name}}',
      { name: '{{secret}}<!--#a-->', secret: 1 },
      '{{secret}}&lt;!--#a--&gt;',
    ],
  ])('%s', (_, source, view, html) => {
    expect(fill(source, view)).toBe(html);
  });

  it.each([['{{missing}}'], ['<!--#a-->'], ['<!--/a-->'], ['{{constructor}}']])('refuses %s', (source) => {
    expect(() => fill(source, {})).toThrow("The letter's template is broken");
  });
});
