type LockEntry = {
  version?: string;
  dev?: boolean;
  link?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
};
export function installIfMissing(root: string, wanted: { tests: boolean }): Promise<void>;
export function missingFrom(
  lock: Record<string, LockEntry>,
  there: Record<string, LockEntry>,
  tests: boolean,
): string[];
