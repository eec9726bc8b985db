package summary_test

import (
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/summary"
)

// longNames is a journal in which everything that can be long is as long as
// the journal lets it be, in several scripts, with everything ticked.
func longNames(t testing.TB) summary.Input {
	in := patient(t, 120)
	long := strings.TrimSpace(strings.Repeat("Wolfeschlegelsteinhausenbergerdorff ", 5))
	in.Profile.Name = long + " Ζωή Жук 王小明 🙂 Łukasz محمد שלום"
	in.Profile.Conditions = append(in.Profile.Conditions, journal.Diagnosis{Name: strings.Repeat("x", 180), ToldBy: long, Since: long})
	in.Profile.Allergies = strings.Repeat("nuts, ", 80)
	in.Appointment.Person, in.Appointment.Place, in.Appointment.Purpose = long, long, long
	in.Appointment.Questions = []string{strings.Repeat("Does this question end? ", 12), "Ελληνικά → ↑ ≥ µ Кириллица", "第三"}
	in.Log = append(in.Log, &journal.Treatment{Meta: journal.Meta{ID: "long", Day: last.Add(-30)}, Name: long, Strength: long, Form: long, Reason: long, StopReason: long, SideEffect: long})
	for i := range 14 {
		in.Log = append(in.Log, &journal.Treatment{
			Meta: journal.Meta{ID: journal.ID("cream" + string(rune('a'+i))), Day: last.Add(-30 - i)},
			Name: "Cream number " + string(rune('A'+i)), Strength: "5 %", Form: "ointment, thickly under a wet wrap at night", Sites: journal.Sites()[:9],
		})
	}
	in.Log = append(in.Log, &journal.Avoidance{Meta: journal.Meta{ID: "av", Day: last.Add(-90)}, Food: long, Why: long})
	in.Include = summary.Include{}
	for _, s := range summary.Sections() {
		in.Include[s] = true
	}
	return in
}
