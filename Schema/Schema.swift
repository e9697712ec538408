// The database's shape, in SQL, as the numbered scripts beside this file.

/// The scripts that make a case file's shape, in order; the store's edition is how many of them it has run.
package enum Schema {
    /// One script: its bytes as they stand beside this file.
    package static let scripts: [[UInt8]] = [PackageResources.V001_case_file_sql]
}
