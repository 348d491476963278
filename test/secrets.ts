import { keyFor } from "../src/foundation/secret.ts";

/** The roles of every test database; made once, since roles belong to the whole server. */
export const testRoles = { app: "bellwether_test_app", auth: "bellwether_test_auth" };

/** The same in every run, so that runs on one server do not change each other's passwords. Nothing kept is sealed with it. */
export const testSecret = "a secret that guards nothing but test databases";

/** What test roles log in with, on a server that asks for passwords. */
export const testPasswordKey = keyFor(testSecret, "database roles");
