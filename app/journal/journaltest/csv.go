package journaltest

import (
	"fmt"
	"strings"

	"skinward/app/journal"
)

// CSV writes a diary of n rows as a file to import: ten foods a day and the
// usual numbers.
func CSV(n int) string {
	var b strings.Builder
	b.WriteString("date,time,kind,name,value,unit,note\n")
	for i := range n {
		day := journal.DayNumbered(15_000 + i/15)
		switch j := i % 15; j {
		case 10:
			fmt.Fprintf(&b, "%s,,skin,severity,%d,,\n", day, i%10)
		case 11:
			fmt.Fprintf(&b, "%s,,stress,stress,%d,,\n", day, i%10)
		case 12:
			fmt.Fprintf(&b, "%s,,sleep,hours,%d.5,,\n", day, 5+i%4)
		case 13:
			fmt.Fprintf(&b, "%s,,water,glasses,%d,,\n", day, i%9)
		case 14:
			fmt.Fprintf(&b, "%s,,stool,bristol,%d,,\n", day, 1+i%7)
		default:
			fmt.Fprintf(&b, "%s,,food,food_%03d,1,,\n", day, (i*7+j*13)%200)
		}
	}
	return b.String()
}
