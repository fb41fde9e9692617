import { isDeepStrictEqual } from 'node:util';
import { alone, sideBySide, stories } from './stories';
import { shoppers } from './shoppers';
import type { Story, StoryResult, Told } from './story';
import { until } from './patience';
import { truthOf, type Truth } from './truth';
import type { World } from './world';

const LAST_MAIL_MS = 60_000;
/** As many as a small machine plays without keeping shoppers waiting. */
const AT_ONCE = 6;

export type OnStory = (story: Story, result: StoryResult | undefined) => void;

/**
 * Plays stories to their ends: most side by side, as returns come in a shop, the others by themselves. The results are
 * in the order of the stories.
 * @param chosen all of them unless told
 */
export async function playAll(
  world: World,
  onStory: OnStory,
  chosen: readonly Story[] = stories,
): Promise<StoryResult[]> {
  const results = new Map<Story, StoryResult>();
  const play = async (story: Story): Promise<void> => {
    results.set(story, await playOne(world, story, onStory));
  };
  const waiting = sideBySide.filter((story) => chosen.includes(story));
  const playNext = async (): Promise<void> => {
    for (let story = waiting.shift(); story !== undefined; story = waiting.shift()) await play(story);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playNext));
  for (const story of alone) if (chosen.includes(story)) await play(story);
  return stories.flatMap((story) => results.get(story) ?? []);
}

/** Plays one story and compares its end with what the providers really did. */
export async function playOne(world: World, story: Story, onStory: OnStory): Promise<StoryResult> {
  onStory(story, undefined);
  const faults: string[] = [];
  const told: Told = {
    shopper: shoppers.amelie,
    orderName: '',
    refunded: 0,
    ends: undefined,
    expect(what, actual, wanted) {
      if (!isDeepStrictEqual(actual, wanted))
        faults.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
    },
  };
  try {
    await story.play(world, told);
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  const result = await resultOf(world, story, told, faults);
  onStory(story, result);
  return result;
}

/** A mail or two may still be on its way when the story has reached its end. */
async function settledTruth(world: World, { shopper, orderName, ends }: Told): Promise<Truth> {
  const look = (): Promise<Truth> => truthOf(world.control, shopper, orderName);
  await until(
    'the last mail',
    async () => {
      const { emails, messages } = await look();
      return emails >= (ends?.emails ?? 0) && messages >= (ends?.messages ?? 0) ? true : undefined;
    },
    LAST_MAIL_MS,
  ).catch(() => undefined);
  return look();
}

async function resultOf(world: World, { name }: Story, told: Told, faults: string[]): Promise<StoryResult> {
  const cases = await world.casesOf(told.orderName).catch(() => []);
  const truth = await settledTruth(world, told);
  const [seen] = cases;
  told.expect('cases', cases.length, 1);
  told.expect('refunded', truth.refunded, told.refunded);
  if (told.ends) {
    const { decision, parcel, settlement } = seen ?? {};
    told.expect(
      'the end',
      {
        ...{ decision, parcel, settlement },
        ...{ emails: truth.emails, messages: truth.messages, labels: truth.labels, refunds: truth.refunds },
      },
      { messages: 0, ...told.ends },
    );
  }
  return {
    name,
    order: told.orderName,
    rma: seen?.rma ?? null,
    decision: seen?.decision ?? null,
    parcel: seen?.parcel ?? null,
    settlement: seen?.settlement ?? null,
    refunded: truth.refunded,
    currency: 'EUR',
    emails: truth.emails,
    messages: truth.messages,
    labels: truth.labels,
    refunds: truth.refunds,
    ok: faults.length === 0 && told.ends !== undefined,
    faults,
  };
}
