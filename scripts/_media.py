"""The house encoding: every clip and segment is written with these parameters, so that cutting is copying.

Without B-frames each frame needs only earlier ones, so a clip can be cut after any frame by copying packets. `stitchable`
keeps the H.264 headers equal between files, which the concat demuxer needs.
"""

WIDTH, HEIGHT, FPS = 1920, 1080, 24
SAMPLE_RATE = 48_000  # 2,000 samples a frame exactly, so picture and sound cannot drift apart

COLOUR = ("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv")

VIDEO = (
    *("-c:v", "libx264", "-preset", "ultrafast", "-qp", "22", "-bf", "0", "-g", str(2 * FPS), "-sc_threshold", "0"),
    *("-x264-params", "stitchable=1", "-threads", "1", "-pix_fmt", "yuv420p", "-r", str(FPS)),
    *COLOUR,
    *("-video_track_timescale", str(FPS * 512)),
)
