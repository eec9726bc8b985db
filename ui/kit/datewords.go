package kit

// dateWords is how one language names and orders the parts of a date.
type dateWords struct {
	key, name string
	written   string // W weekday, D day, M month, Y year, with their punctuation
	numeric   string // "dmy", "mdy" or "iso"
	sep       string
	days      [7]string // from Sunday
	months    [12]string
	short     []string // short months; nil: the first three letters
}

// Languages lists the keys of the languages of dates with their own names.
func Languages() (keys, names []string) {
	for _, w := range dateLanguages {
		keys = append(keys, w.key)
		names = append(names, w.name)
	}
	return keys, names
}

var (
	englishDays   = [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	englishMonths = [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	}
)

var dateLanguages = []dateWords{
	{key: "en-GB", name: "English (21 November)", written: "W D M Y", numeric: "dmy", sep: "/", days: englishDays, months: englishMonths},
	{key: "en-US", name: "English (November 21)", written: "W, M D, Y", numeric: "mdy", sep: "/", days: englishDays, months: englishMonths},
	{key: "ISO", name: "ISO (2026-11-21)", written: "W D M Y", numeric: "iso", sep: "-", days: englishDays, months: englishMonths},
	{
		key: "de", name: "Deutsch", written: "W, D. M Y", numeric: "dmy", sep: ".",
		days:   [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
		months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	},
	{
		key: "fr", name: "Français", written: "W D M Y", numeric: "dmy", sep: "/",
		days:   [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
		months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		short:  []string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
	},
	{
		key: "es", name: "Español", written: "W, D M Y", numeric: "dmy", sep: "/",
		days:   [7]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
		months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	},
	{
		key: "it", name: "Italiano", written: "W D M Y", numeric: "dmy", sep: "/",
		days:   [7]string{"domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"},
		months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
	},
	{
		key: "nl", name: "Nederlands", written: "W D M Y", numeric: "dmy", sep: "-",
		days:   [7]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
		months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
		short:  []string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
	},
	{
		key: "pt", name: "Português", written: "W, D M Y", numeric: "dmy", sep: "/",
		days:   [7]string{"domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"},
		months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
	},
	{
		key: "sv", name: "Svenska", written: "W D M Y", numeric: "iso", sep: "-",
		days:   [7]string{"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"},
		months: [12]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	},
}
