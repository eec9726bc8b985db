package today

import (
	"fmt"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// nextVisit is the first appointment after the day shown, nil when there is
// none; those of the day itself stand in its list.
func nextVisit(p *page) *journal.Appointment {
	var next *journal.Appointment
	for _, v := range p.visits {
		if v.Day.After(p.day) && (next == nil || v.Day.Before(next.Day)) {
			next = v
		}
	}
	return next
}

// visitWords says when a visit is.
func visitWords(v *journal.Appointment, day journal.Day) string {
	text := "in " + days(v.Day.Sub(day)) + ", " + kit.CurrentDates().Long(v.Day)
	if !v.At.IsZero() {
		text += ", " + kit.CurrentDates().Clock(v.At)
	}
	if detail := v.Detail(); detail != "" {
		text += " · " + detail
	}
	return text
}

// avoidedFor counts the days a food has been left out, and on whose advice.
func avoidedFor(a *journal.Avoidance, day journal.Day) string {
	text := "for " + days(day.Sub(a.Day)+1)
	switch a.Advice {
	case journal.ByMyself:
		text += ", my own idea"
	case journal.ByDoctor, journal.ByDietitian:
		text += ", advised by a " + string(a.Advice)
	}
	return text
}

// Bounds of the quiet clock on foods left out: a duration counter with general
// information, not advice worked out for a person.
const (
	longAvoidance  = 4 * 7 // days
	veryLong       = 6 * 7 // days
	manyAvoidances = 2     // foods at a time
	bareDiet       = 5     // foods at a time
)

// offersAvoidance reports whether leaving out a further food is offered: not
// while many are left out already, or one for very long.
func offersAvoidance(all []*journal.Avoidance, day journal.Day) bool {
	return len(all) < bareDiet && longestAvoidance(all, day) <= veryLong
}

func longestAvoidance(all []*journal.Avoidance, day journal.Day) int {
	longest := 0
	for _, a := range all {
		longest = max(longest, day.Sub(a.Day)+1)
	}
	return longest
}

// avoidanceNote is general information for somebody who leaves out foods for
// long, or several at once; "" when neither holds.
func avoidanceNote(all []*journal.Avoidance, day journal.Day) string {
	longest := longestAvoidance(all, day)
	switch {
	case len(all) >= bareDiet:
		return fmt.Sprintf("%d foods are being left out. Diets with many foods missing can leave out what the body needs; a doctor or dietitian can help to plan which come back first.", len(all))
	case longest > veryLong:
		return fmt.Sprintf("One food has been left out for %s. After so long a plan for bringing it back, or a look at what should replace it, is best made with a doctor or dietitian; after any quick reaction such as hives, swelling or trouble breathing only under medical care.", days(longest))
	case len(all) >= manyAvoidances || longest > longAvoidance:
		return "General information: foods left out for more than four weeks, or several at a time, are best discussed with a doctor or dietitian, together with a plan for bringing them back. After any quick reaction such as hives, swelling or trouble breathing, bring a food back only under medical care."
	}
	return ""
}
