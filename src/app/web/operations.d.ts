declare module "virtual:operations" {
  /** `room.operation` → method and path, made from the contracts by the build. */
  export const routes: Readonly<Record<string, readonly ["GET" | "POST", string]>>;
}
