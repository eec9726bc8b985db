// Package datatest says what a journal does, as tests that every
// implementation passes: the store on disk and the twin in memory that other
// tests build on.
package datatest
