// Read by whatever Node there is, however old: nothing newer than 2019 in this file and in the two that import it first.
const oldest = [20, 19];

/**
 * @param {string} version as in process.versions.node
 * @returns {string | null} the sentence for a Node that is too old, or null
 */
export function tooOld(version) {
  const parts = version.split(".").map(Number);
  if (parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1])) return null;
  return (
    "Bellwether needs Node " +
    oldest.join(".") +
    " or newer, and this is " +
    version +
    ": install a newer one from https://nodejs.org and start again."
  );
}
