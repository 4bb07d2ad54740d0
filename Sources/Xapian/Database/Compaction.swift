import CXapianShim

extension Database {
  /// Merges all databases behind this object into a new, compact one; of metadata that differ, the
  /// first source's is kept.
  /// - Parameter keepsDocumentIDs: else they follow one another, source by source.
  public func compact(to destination: String, keepsDocumentIDs: Bool = false) throws(XapianError) {
    try attempt { error in
      withShimString(destination) { xap_compact(handle, $0, keepsDocumentIDs, &error) }
    }
  }
}
