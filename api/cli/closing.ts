/** What has to be closed, in reverse order of opening. What is opened after the closing began is closed at once. */
export type Closing = {
  add(name: string, close: () => Promise<unknown> | void): void;
  run(): Promise<void>;
};

export function closingOrder(complain: (name: string, error: unknown) => void): Closing {
  const open: { name: string; close: () => Promise<unknown> | void }[] = [];
  let begun = false;
  const closeOne = async ({ name, close }: (typeof open)[number]): Promise<void> => {
    try {
      await close();
    } catch (error) {
      complain(name, error);
    }
  };
  return {
    add(name, close) {
      if (begun) void closeOne({ name, close });
      else open.push({ name, close });
    },
    async run() {
      begun = true;
      for (let next = open.pop(); next !== undefined; next = open.pop()) await closeOne(next);
    },
  };
}
