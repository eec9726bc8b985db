// Package journal is the domain: what a person records about skin, meals,
// stress and the rest of a day, and what makes such a record valid.
//
// It knows no window, no database, no clock and no file. Instants, ids and
// seeds come in as parameters, so that everything here repeats exactly.
//
// A record is one of the structs that implement Record: Meal, Course, Dose,
// Treatment, Stress, Practice, Sleep, Water, Digestion, Cycle, SkinCheck,
// Photo, Tracker, TrackerValue, Note, Appointment, Profile, Avoidance, Score,
// DayMark, Food, Verdict. Each embeds Meta and lives in a file of its own; a
// new kind is that file and one line in record.go.
//
// Everything that can be left open has three states: yes, no and not recorded
// (State), or a value and no value (Maybe). No value is never zero.
package journal
