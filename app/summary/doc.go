// Package summary is the doctor's page: what a journal says about a period,
// first as a value, then laid out once on paper, and that one layout drawn as
// PDF and as pixels, so that the preview is the print.
//
// Build chooses and computes, Page.Layout places, Document draws. Page.Text is
// the same content as plain text, Page.CSV the data that every number on the
// page can be recomputed from. What the person did not tick is in none of them.
package summary
