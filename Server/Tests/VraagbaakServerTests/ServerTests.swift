import Testing

/// One after another: the tests of a server measure time, and each has all threads that may wait.
@Suite(.serialized)
enum ServerTests {}
