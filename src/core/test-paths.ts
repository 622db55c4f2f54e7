/** Which files are tests: their own statements are outside `recommended`. */

const TEST_PATH = /(?:^|[\\/])(?:tests?|__tests__)[\\/]|(?:^|[\\/])test_[^\\/]*\.py$|\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** Whether a path is that of a test, by its folders and its name. */
export const isTestPath = (path: string): boolean => TEST_PATH.test(path);
