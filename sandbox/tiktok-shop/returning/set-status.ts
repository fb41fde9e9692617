import type { Picture, Return, ReturnStatus, Role, Seconds } from '../model';
import { tellReturn } from '../webhooks';
import type { World } from '../world';

export const timerKey = (entry: Return): string => `return ${entry.id}`;

/** Moves a return on: nothing is awaited any more until somebody says so. Subscribers are told. */
export function setStatus(world: World, entry: Return, status: ReturnStatus): void {
  entry.status = status;
  entry.action = undefined;
  entry.updateTime = world.now();
  world.timers.cancel(timerKey(entry));
  tellReturn(world, entry);
  world.follow(entry);
}

/** From this instant on, `world.lapse` decides what comes of a return that nobody touched. */
export function setDeadline(world: World, entry: Return, deadline: Seconds): void {
  world.timers.set(timerKey(entry), deadline, () => {
    world.lapse(entry);
  });
}

/** Notes what somebody did, for the record that both sides may read. */
export function addRecord(
  world: World,
  entry: Return,
  role: Role,
  description: string,
  more: { reason?: string | undefined; note?: string | undefined; images?: Picture[] | undefined } = {},
): void {
  entry.records.push({
    role,
    description,
    reason: more.reason,
    note: more.note,
    images: more.images ?? [],
    createTime: world.now(),
  });
}
