import { readOptions, usage, UsageError } from '../../../sandbox/demo/options';
import { stories } from '../../../sandbox/demo/stories';

const named = (...args: string[]): string[] => readOptions(args).chosen.map(({ name }) => name);

describe('the options of the demo', () => {
  it('are all stories, on the ports that people know, unless told', () => {
    expect(readOptions([])).toEqual({
      help: false,
      headless: false,
      json: false,
      chosen: stories,
      ports: { n8n: 5678, sandbox: 4010 },
    });
  });

  it('take any free port without people, unless one is named', () => {
    expect(readOptions(['--headless']).ports).toEqual({ n8n: 0, sandbox: 0 });
    expect(readOptions(['--headless', '--port', '5700']).ports).toEqual({ n8n: 5700, sandbox: 0 });
    expect(readOptions(['--port', '0', '--sandbox-port', '4011']).ports).toEqual({ n8n: 0, sandbox: 4011 });
  });

  it('choose stories by name, each once', () => {
    expect(named('--story', 'refund', '--story', 'crash', '--story', 'refund')).toEqual(['refund', 'crash']);
  });

  it.each([
    [['--colour'], /^Unknown option '--colour'$/],
    [['refund'], /^Unexpected argument 'refund'$/],
    [['--story', 'nobody'], /^There is no story nobody$/],
    [['--port', 'n8n'], /^--port takes a port, 0 to 65535, not n8n$/],
    [['--sandbox-port', '65536'], /^--sandbox-port takes a port, 0 to 65535, not 65536$/],
    [['--port', '4010'], /^n8n and the sandbox cannot both listen on port 4010$/],
  ])('refuse %j in one sentence', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(sentence);
  });

  it('are all in the usage, with every story', () => {
    for (const option of ['story', 'headless', 'json', 'port', 'sandbox-port', 'help'])
      expect(usage).toContain(`  --${option} `);
    for (const { name } of stories) expect(usage).toContain(name);
  });
});
