package today

import (
	"strings"

	"skinward/app/journal"
)

func (s *Screen) visitForm(f *form, r *journal.Appointment) {
	f.day("Day", "day", "", s.page.today, &r.Day)
	f.text("With whom", "person", &r.Person)
	f.text("Where", "place", &r.Place)
	f.text("What for", "purpose", &r.Purpose)
	questions := strings.Join(r.Questions, "\n")
	f.lines("Up to three questions, one a line", "questions", 3, &questions)
	f.fields["question"] = f.fields["questions"]
	f.reads = append(f.reads, reading{"questions", func() error {
		r.Questions = nil
		for _, q := range strings.Split(questions, "\n") {
			if q = strings.TrimSpace(q); q != "" {
				r.Questions = append(r.Questions, q)
			}
		}
		return nil
	}})
	f.maybe("Remind me this many hours before", "reminder", "", &r.Remind)
}

func (s *Screen) profileForm(f *form, r *journal.Profile) {
	f.say("All of it is optional. Only what you tick there is printed on the doctor's page.")
	f.text("Name", "name", &r.Name)
	f.day("Birth date", "birth date", "", s.page.today, &r.Birth)
	lines := make([]string, len(r.Conditions))
	for i, d := range r.Conditions {
		lines[i] = strings.TrimRight(d.Name+"; "+d.ToldBy+"; "+d.Since, "; ")
	}
	text := strings.Join(lines, "\n")
	f.lines("Skin conditions, one a line: condition; told by; since", "condition", 3, &text)
	f.reads = append(f.reads, reading{"condition", func() error {
		r.Conditions = readDiagnoses(text)
		return nil
	}})
	f.lines("Reason for the next visit", "reason", 2, &r.Reason)
	f.lines("What matters most to me", "what matters", 2, &r.Matters)
	f.lines("Allergies, as told by a doctor", "allergies", 1, &r.Allergies)
}

// readDiagnoses reads "acne; dermatologist; 2019" line by line.
func readDiagnoses(text string) []journal.Diagnosis {
	var out []journal.Diagnosis
	for _, line := range strings.Split(text, "\n") {
		parts := strings.SplitN(line, ";", 3)
		d := journal.Diagnosis{Name: strings.TrimSpace(parts[0])}
		if d.Name == "" {
			continue
		}
		if len(parts) > 1 {
			d.ToldBy = strings.TrimSpace(parts[1])
		}
		if len(parts) > 2 {
			d.Since = strings.TrimSpace(parts[2])
		}
		out = append(out, d)
	}
	return out
}
