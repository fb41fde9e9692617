import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startSandbox, type RunningSandbox } from '../../sandbox/core/server';
import { demoCredentials } from '../../sandbox/demo/credentials';
import { createEasyPost } from '../../sandbox/easypost';
import { printLabel, type LabelFormat, type PrintLabel } from '../../sandbox/easypost/label/print';
import {
  HostError,
  installN8n,
  installPackage,
  N8N_VERSION,
  packPackage,
  startN8n,
  type RunningN8n,
} from '../../sandbox/host';
import { projectFolder } from '../measuring/built';
import { CannotMeasure } from '../measuring/cannot-measure';
import { temporaryFolder } from '../measuring/temporary';

export interface BenchN8n {
  readonly n8n: RunningN8n;
  readonly sandbox: RunningSandbox;
  /** Where its nodes keep the embedded ledger. */
  readonly ledgerFile: string;
  stop(): Promise<void>;
}

export interface BenchWorkflow {
  /** n8n's id of it, as in its file. */
  readonly id: string;
  /** From the project's folder. */
  readonly file: string;
}

/**
 * A real n8n with this package, as built, and these workflows active, in this order; beside it a sandbox.
 * @throws CannotMeasure when n8n is not there and cannot be installed
 */
export async function startBenchN8n(
  workflows: readonly BenchWorkflow[],
  env: Readonly<Record<string, string>> = {},
): Promise<BenchN8n> {
  const installation = await installed();
  const userFolder = temporaryFolder('n8n');
  await installPackage(userFolder, await packPackage({ build: 'never' }));
  const workflowsFolder = path.join(userFolder, 'workflows');
  await mkdir(workflowsFolder);
  for (const { id, file } of workflows) {
    await copyFile(path.join(projectFolder, file), path.join(workflowsFolder, `${id}.json`));
  }
  const sandbox = await startSandbox({
    simulators: [(context) => createEasyPost(context, { print: oneLabelForAll() })],
  });
  try {
    const n8n = await startN8n({
      installation,
      userFolder,
      env,
      workflowsFolder,
      credentials: demoCredentials(sandbox),
      publish: workflows.map(({ id }) => id),
    });
    const stop = async (): Promise<void> => {
      await n8n.stop();
      await sandbox.stop();
    };
    return { n8n, sandbox, ledgerFile: path.join(userFolder, '.n8n', 'returns', 'ledger.sqlite'), stop };
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

async function installed(): Promise<Awaited<ReturnType<typeof installN8n>>> {
  try {
    return await installN8n({});
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new CannotMeasure(`n8n ${N8N_VERSION} is not installed, and installing it failed. ${error.message}`);
  }
}

/** Drawing labels is the carrier's work, and would take the time of the processor that n8n is measured on. */
function oneLabelForAll(): PrintLabel {
  const printed = new Map<LabelFormat, Promise<Buffer>>();
  return (content, format) => {
    const label = printed.get(format) ?? printLabel(content, format);
    printed.set(format, label);
    return label;
  };
}
