package photo

// ScaledJPEG lets the tests hold the decoder of baseline files to the complete
// one.
var ScaledJPEG = scaledJPEG
