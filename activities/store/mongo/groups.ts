type Waiting<Item, Value> = { item: Item; resolve: (value: Value) => void; reject: (error: unknown) => void };

export type Grouping<Item, Value> = {
  /** all of the items or none; answers in their order */
  run: (items: Item[]) => Promise<Value[]>;
  /** items of one key are never at work in two groups at once */
  keyOf: (item: Item) => string;
  /** whether items of one key may share a group; otherwise one waits for the other */
  sharing: boolean;
  /** how much of a group an item takes, 1 unless told; what is heavier than a whole group goes alone */
  weightOf?: (item: Item) => number;
  /** groups at work at once */
  lanes: number;
  /** whether a group failed because nothing can be stored now, rather than for what is in it */
  isOutOfReach: (error: unknown) => boolean;
};

/** Weight of a group's items: a transaction stays small, and what waits for it waits a bounded time. */
const largestGroup = 24;

/**
 * What is asked for while the lanes are taken goes together as the next group, so that many writes share one transaction
 * and one flush of the journal; somebody alone waits for nobody. It also spares this process conflicts with itself. It is
 * no lock: between processes the transactions decide. An item that makes its group fail fails alone; when nothing can be
 * stored now, those that wait learn it together with those that tried.
 */
export function inGroups<Item, Value>(grouping: Grouping<Item, Value>): (item: Item) => Promise<Value> {
  const { run, keyOf, sharing, lanes, isOutOfReach, weightOf = () => 1 } = grouping;
  let queue: Waiting<Item, Value>[] = [];
  const busy = new Set<string>();
  let working = 0;

  const nextGroup = (): Waiting<Item, Value>[] => {
    const group: Waiting<Item, Value>[] = [];
    const keys = new Set<string>();
    let weight = 0;
    queue = queue.filter((one) => {
      const key = keyOf(one.item);
      const full = group.length > 0 && weight + weightOf(one.item) > largestGroup;
      if (full || busy.has(key) || (!sharing && keys.has(key))) return true;
      keys.add(key);
      weight += weightOf(one.item);
      group.push(one);
      return false;
    });
    return group;
  };
  const settle = async (group: Waiting<Item, Value>[]): Promise<void> => {
    try {
      const values = await run(group.map(({ item }) => item));
      values.forEach((value, index) => group[index]?.resolve(value));
    } catch (error) {
      if (isOutOfReach(error)) for (const { reject } of [...group, ...queue.splice(0)]) reject(error);
      else if (group.length === 1) group[0]?.reject(error);
      else for (const one of group) await settle([one]);
    }
  };
  const work = async (group: Waiting<Item, Value>[]): Promise<void> => {
    const keys = new Set(group.map(({ item }) => keyOf(item)));
    for (const key of keys) busy.add(key);
    working += 1;
    await settle(group);
    working -= 1;
    for (const key of keys) busy.delete(key);
    begin();
  };
  const begin = (): void => {
    if (working === lanes) return;
    const group = nextGroup();
    if (group.length === 0) return;
    void work(group);
    begin();
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      begin();
    });
}
