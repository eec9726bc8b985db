// Package exchange reads and writes diaries: the long CSV format that other
// programs and hands can make, and a complete, versioned JSON file.
//
// Reading goes in two pure steps. Parse turns bytes into rows, or into faults
// with their line numbers; Plan compares rows with what a journal already
// holds and returns the records to save together with a report in words. The
// same file therefore adds nothing the second time.
//
// The long format has one value per row. The header decides which columns
// there are; it needs date, value, and kind or name:
//
//	date,time,kind,name,value,unit,note
//	2026-11-21,08:10,food,kefir,1,,
//	2026-11-21,,skin,severity,4,,
//
// Kinds and names that mean something are listed in Vocabulary; every other
// kind becomes a tracker of the person's own.
package exchange
