package photo

import (
	"bytes"
	"strings"
)

// Format is the kind of a photo file, found by content.
type Format string

// The formats that are read.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	WebP Format = "webp"
	HEIC Format = "heic"
)

// SniffLen is the number of leading bytes that Sniff looks at.
const SniffLen = 512

// Ext returns the customary file ending with its dot, ".jpg", or "" for an
// unknown format.
func (f Format) Ext() string {
	switch f {
	case JPEG:
		return ".jpg"
	case PNG:
		return ".png"
	case WebP:
		return ".webp"
	case HEIC:
		return ".heic"
	}
	return ""
}

// MIME returns the media type, "image/jpeg".
func (f Format) MIME() string {
	if f == "" {
		return "application/octet-stream"
	}
	return "image/" + string(f)
}

// LooksLikePhoto reports whether the ending of name is one that photos have.
// It only chooses which files of a folder are tried; what a file is, Sniff says.
func LooksLikePhoto(name string) bool {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return false
	}
	switch strings.ToLower(name[i:]) {
	case ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif":
		return true
	}
	return false
}

// Sniff names the format of a file by its first SniffLen bytes (fewer if the
// file is shorter). The error is an *Error of CodeEmpty, CodeNotPhoto or
// CodeUnsupported that says what the file is instead.
func Sniff(head []byte) (Format, error) {
	switch {
	case len(head) == 0:
		return "", &Error{Code: CodeEmpty}
	case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		return JPEG, nil
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		return PNG, nil
	case len(head) >= 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP":
		return WebP, nil
	case len(head) >= 12 && string(head[4:8]) == "ftyp":
		return sniffISO(head)
	}
	return "", sniffOther(head)
}

// sniffISO tells the relatives apart that share the ISO base media container
// by their brands (ISO/IEC 23008-12, annex B).
func sniffISO(head []byte) (Format, error) {
	brands := []string{string(head[8:12])}
	end := min(int(be32(head)), len(head))
	for i := 16; i+4 <= end; i += 4 {
		brands = append(brands, string(head[i:i+4]))
	}
	for _, b := range brands {
		switch b {
		case "heic", "heix", "heim", "heis":
			return HEIC, nil
		case "avif":
			return "", &Error{Code: CodeUnsupported, Found: "an AVIF picture"}
		case "hevc", "hevx", "avis":
			return "", &Error{Code: CodeMoving}
		}
	}
	for _, b := range brands {
		switch b {
		case "mif1", "msf1":
			return HEIC, nil
		case "isom", "iso2", "mp41", "mp42", "qt  ", "M4V ", "3gp4", "3gp5":
			return "", &Error{Code: CodeMoving}
		case "crx ":
			return "", &Error{Code: CodeUnsupported, Found: "a camera raw file"}
		}
	}
	return "", &Error{Code: CodeNotPhoto}
}

func sniffOther(head []byte) error {
	unsupported := func(s string) error { return &Error{Code: CodeUnsupported, Found: s} }
	for _, k := range []struct{ magic, found string }{
		{"GIF8", "a GIF picture"},
		{"BM", "a BMP picture"},
		{"II*\x00", "a TIFF or camera raw file"},
		{"MM\x00*", "a TIFF or camera raw file"},
		{"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"},
		{"\xff\x0a", "a JPEG XL picture"},
		{"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture"},
	} {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return unsupported(k.found)
		}
	}
	text := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")))
	switch {
	case strings.HasPrefix(text, "%pdf"):
		return &Error{Code: CodeNotPhoto, Found: "a PDF document"}
	case strings.HasPrefix(text, "<") && strings.Contains(text, "<svg"):
		return &Error{Code: CodeNotPhoto, Found: "an SVG drawing"}
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"):
		return &Error{Code: CodeNotPhoto, Found: "a web page"}
	case strings.HasPrefix(text, "pk\x03\x04"):
		return &Error{Code: CodeNotPhoto, Found: "a ZIP archive"}
	}
	return &Error{Code: CodeNotPhoto}
}

func be32(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

func be16(b []byte) int { return int(b[0])<<8 | int(b[1]) }

func le32(b []byte) uint32 {
	return uint32(b[3])<<24 | uint32(b[2])<<16 | uint32(b[1])<<8 | uint32(b[0])
}
