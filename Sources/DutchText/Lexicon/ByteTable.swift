/// Byte strings, numbered from 0 in the order of their first appearance.
///
/// It is no `Dictionary<String, Int>` because it is asked for every word of a corpus: the caller
/// has the bytes and their hash, and no `String` need be made.
struct ByteTable: Sendable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var length: Int
  }

  private var slots = [Int32](repeating: -1, count: 1024)
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let slot = slot(of: key, hash: hash)
    return slots[slot] < 0 ? nil : Int(slots[slot])
  }

  mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, hash: UInt64
  ) -> (index: Int, isNew: Bool) {
    let slot = slot(of: key, hash: hash)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    let index = entries.count
    slots[slot] = Int32(index)
    entries.append(Entry(hash: hash, start: bytes.count, length: key.count))
    bytes.append(contentsOf: key)
    if entries.count * 2 > slots.count { grow() }
    return (index, true)
  }

  func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>, UInt64) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for (index, entry) in entries.enumerated() {
        let key = UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.start + entry.length])
        body(index, key, entry.hash)
      }
    }
  }

  mutating func removeAll() { self = ByteTable() }

  /// The slot that holds `key`, or the empty one where it belongs.
  private func slot(of key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: WordHash.mix(hash)) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.length == key.count, holds(key, at: entry.start) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func holds(_ key: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in 0..<key.count where bytes[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: WordHash.mix(entry.hash)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
