package printing

import (
	"strings"
	"testing"
)

// What CUPS 2.4 says of jobs and printers, word for word.
const (
	sentence = "Desk-3                  robin            55296   Mon Nov 23 04:57:09 2026\n\tStatus: The printer may not exist or is unavailable at this time.\n\tAlerts: job-printing\n\tqueued for Desk\n"
	another  = "Desk-31                 robin            55296   Mon Nov 23 04:57:09 2026\n\tStatus: \n\tAlerts: job-completed-with-errors\n\tqueued for Desk\n"
	idle     = "printer Desk is idle.  enabled since Mon Nov 23 04:56:46 2026\n\tForm mounted:\n\tAlerts: none\n"
	jammed   = "printer Desk disabled since Mon Nov 23 04:57:09 2026 -\n\tpaper jam\n\tForm mounted:\n\tAlerts: paused\n"
	unknown  = "printer Desk disabled since Mon Nov 23 04:57:09 2026 -\n\treason unknown\n"
)

func TestParse(t *testing.T) {
	const status = "The printer may not exist or is unavailable at this time."
	for _, tt := range []struct {
		name, out string
		want      state
	}{
		{"nothing", "", state{}},
		{"job and idle printer", sentence + idle, state{listed: true, status: status, alerts: "job-printing"}},
		{"printer first", idle + sentence, state{listed: true, status: status, alerts: "job-printing"}},
		{"job behind another", another + sentence, state{listed: true, status: status, alerts: "job-printing"}},
		{"only another whose name begins alike", another + idle, state{}},
		{"paused", sentence + jammed, state{listed: true, status: status, alerts: "job-printing", paused: true, why: "paper jam"}},
		{"paused without a reason", unknown, state{paused: true}},
	} {
		if got := parse(tt.out, "Desk-3"); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sentence + idle)
	f.Add(another + jammed)
	f.Add("\n\t\n \nDesk-3")
	f.Fuzz(func(t *testing.T, out string) {
		s := parse(out, "Desk-3")
		if !s.listed && (s.status != "" || s.alerts != "") {
			t.Errorf("%q: words of a job that is not there: %+v", out, s)
		}
		if s.listed && !strings.Contains(out, "Desk-3") || s.paused && !strings.Contains(out, "disabled since") {
			t.Errorf("%q: %+v", out, s)
		}
	})
}
