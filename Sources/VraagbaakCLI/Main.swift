import Vraagbaak

@main struct Vraagbaak { static func main() {} }
