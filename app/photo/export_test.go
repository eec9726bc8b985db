package photo

// ScaledJPEG lets the tests hold the decoder at a part of the size to the
// complete one.
var ScaledJPEG = scaledJPEG
