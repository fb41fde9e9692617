/** Why a host step could not be done. Stable: tests and the demo branch on these codes. */
export type HostErrorCode =
  | 'node_too_old'
  | 'npm_missing'
  | 'no_network'
  | 'disk_full'
  | 'no_compiler'
  | 'npm_failed'
  | 'command_failed'
  | 'install_broken'
  | 'build_failed'
  | 'import_failed'
  | 'port_taken'
  | 'n8n_exited'
  | 'not_ready'
  | 'rest_failed';

/** A failure of the host, with what happened in `message` and what to do about it in `advice`. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly advice: string;

  constructor(code: HostErrorCode, message: string, advice: string, options?: ErrorOptions) {
    super(`${message}\n${advice}`, options);
    this.name = 'HostError';
    this.code = code;
    this.advice = advice;
  }
}
