// Package guide reads the illustrated guide: its pages, the evidence behind
// them, the sources, the glossary, the opening plate and the body figure. All
// of it is text that a reviewer can correct without reading Go; the package
// turns it into values and says exactly which file and line is wrong.
//
// It also holds what the page on seeing a doctor leads to: a calendar entry
// for a visit (RFC 5545) and the readability formula that the pages are held
// to.
package guide
