package printing

import (
	"context"
	"strings"
	"time"
)

// state is what the queue says of a job.
type state struct {
	listed bool   // among the jobs asked for
	alerts string // keywords: "job-printing"
	status string // in words: "The printer may not exist …"
	paused bool   // the printer does not print at all
	why    string // the printer's reason for it
}

// follow looks at the queue until it has no more of the job.
func (c CUPS) follow(ctx context.Context, printer, id string, told func(words string)) error {
	every, patience := c.Every, c.Patience
	if every <= 0 {
		every = 250 * time.Millisecond
	}
	if patience <= 0 {
		patience = 2 * time.Minute
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	last, trouble, since := "", "", time.Time{}
	for {
		s, err := c.look(ctx, printer, id)
		switch {
		case ctx.Err() != nil:
			c.withdraw(id)
			return ctx.Err()
		case err != nil:
			return err
		case !s.listed:
			return c.result(ctx, printer, id)
		case s.paused:
			return &Error{Code: Held, Printer: printer, ID: id, Detail: s.why}
		case s.gaveUp():
			c.withdraw(id) // it would be tried again after it was called not printed
			return &Error{Code: Failed, Printer: printer, ID: id, Detail: s.status}
		case s.status != trouble:
			trouble, since = s.status, time.Now()
		case trouble != "" && time.Since(since) >= patience:
			return &Error{Code: Stuck, Printer: printer, ID: id, Detail: s.status}
		}
		if words := s.words(id); words != last {
			last = words
			told(words)
		}
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
}

// look asks for the job among those not done, and for its printer.
func (c CUPS) look(ctx context.Context, printer, id string) (state, error) {
	queue := strings.Split(printer, "/")[0]
	out, err := c.run(ctx, "lpstat", "-W", "not-completed", "-l", "-o", queue, "-p", queue)
	if err != nil && ctx.Err() == nil {
		if down := c.running(ctx); down != nil {
			return state{}, down
		}
		return state{}, &Error{Code: NoPrinter, Printer: printer, ID: id, Detail: "it went away while the job " + id + " was in its queue"}
	}
	return parse(out, id), nil
}

// result tells how a job ended that the queue holds no more.
func (c CUPS) result(ctx context.Context, printer, id string) error {
	out, err := c.run(ctx, "lpstat", "-W", "completed", "-l", "-o", strings.Split(printer, "/")[0])
	if err != nil {
		return ctx.Err() // a server that keeps no history: what left the queue was sent
	}
	s := parse(out, id)
	switch {
	case strings.Contains(s.alerts, "job-canceled"):
		return &Error{Code: Withdrawn, Printer: printer, ID: id}
	case s.gaveUp():
		return &Error{Code: Failed, Printer: printer, ID: id, Detail: s.status}
	}
	return nil
}

// withdraw takes the job out of the queue, though the work itself was ended.
func (c CUPS) withdraw(id string) {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	_, _ = c.run(ctx, "cancel", id)
}

func (s state) gaveUp() bool {
	return strings.Contains(s.alerts, "aborted") || strings.Contains(s.alerts, "completed-with-errors") || strings.Contains(s.alerts, "job-stopped")
}

func (s state) words(id string) string {
	switch {
	case s.status != "":
		return id + ": " + s.status
	case strings.Contains(s.alerts, "printing"), strings.Contains(s.alerts, "processing"):
		return "Printing " + id
	}
	return id + " waits in the queue"
}

// parse reads what lpstat -l says of a job and of its printer:
//
//	Desk-3      robin      55296   Mon Nov 23 04:57:09 2026
//		Status: The printer may not exist or is unavailable at this time.
//		Alerts: job-printing
//		queued for Desk
//	printer Desk disabled since Mon Nov 23 04:57:09 2026 -
//		paper jam
//		…
//		Alerts: paused
func parse(out, id string) state {
	var s state
	about := ""
	var printer []string
	for line := range strings.Lines(out) {
		if text := strings.TrimSpace(line); text == "" {
			continue
		}
		if line[0] != '\t' && line[0] != ' ' {
			about, _, _ = strings.Cut(line, " ")
			s.listed = s.listed || about == id
		}
		text := strings.TrimSpace(line)
		switch about {
		case id:
			if v, ok := strings.CutPrefix(text, "Status:"); ok {
				s.status = strings.TrimSpace(v)
			}
			if v, ok := strings.CutPrefix(text, "Alerts:"); ok {
				s.alerts = strings.TrimSpace(v)
			}
		case "printer":
			printer = append(printer, strings.TrimSuffix(line, "\n"))
		}
	}
	if len(printer) > 0 && strings.Contains(printer[0], "disabled since") {
		s.paused, s.why = true, reason(printer)
	}
	return s
}

// reason returns what stands below "… since Mon Nov 23 04:57:09 2026 -", ""
// when the tool tells none.
func reason(lines []string) string {
	if len(lines) < 2 || !strings.HasSuffix(strings.TrimSpace(lines[0]), "-") {
		return ""
	}
	if r := strings.TrimSpace(lines[1]); r != "reason unknown" {
		return r
	}
	return ""
}
