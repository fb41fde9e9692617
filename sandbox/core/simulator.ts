import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxContext } from './context';
import type { FaultKind, RefusalKind } from './faults';

/** A provider's own way to refuse a request. */
export interface FaultAnswer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export interface ResetOptions {
  /** Keep webhook subscriptions, for a reset while the receiver stays up and will not subscribe again. */
  keepSubscriptions?: boolean | undefined;
}

export interface Simulator {
  /** First segment of its paths, and its name in journal, faults and control API. */
  readonly name: string;
  /** What can go wrong here: the only faults that can be switched on for it. */
  readonly faultKinds: readonly FaultKind[];
  /**
   * Adds its routes, each with its full path: `/<name>/…`, and `/control/<name>/…` for what only tests and the page
   * may do. `app` is a scope of its own: an error handler or hook set on it touches no other simulator. Bodies come
   * as Buffer with the bytes that were sent (undefined when there was none).
   */
  register(app: FastifyInstance): Promise<void> | void;
  /** Back to an empty world. */
  reset(options?: ResetOptions): void;
  /** Its world as JSON, for the page and the control API. */
  state(): unknown;
  /** How this provider says 429, 500 and what else it refuses with; a plain JSON error when left out. */
  faultAnswer?(kind: RefusalKind, request: FastifyRequest, retryAfterSeconds: number): FaultAnswer;
  /** The names by which a fault can be narrowed to this request, where one address serves every verb. */
  operationsOf?(request: FastifyRequest): readonly string[];
  /** False for what only other requests to this provider can meet. */
  canMeet?(kind: FaultKind, request: FastifyRequest): boolean;
  /** Called once after the HTTP server listens. */
  start?(): Promise<void>;
  /** Called when the sandbox stops. */
  stop?(): Promise<void>;
}

export type SimulatorFactory = (context: SandboxContext) => Simulator;
